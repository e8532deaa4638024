package dev.rankine.corpus

/**
 * What kind of mistake a program makes.
 *
 * @property title what tables and the guide call it.
 */
internal enum class Kind(val title: String) {
    SWAPPED_DIMS("swapped dims"),
    MISSING_TRANSPOSE("missing transpose"),
    FLATTEN_SIZE("wrong flatten size"),
    CHANNELS("wrong channel count or order"),
    CLASS_COUNT("wrong class count"),
    SILENT_BROADCAST("silent broadcast to [N, N]"),
    LABEL_SHAPE("label shape"),
    LAST_BATCH("last smaller batch"),
    KERNEL_OR_PADDING("kernel or padding too large"),
    CONCAT_AXIS("concat on the wrong axis"),
    ATTENTION_HEADS("attention heads not dividing"),
    REDUCTION_AXIS("wrong reduction axis"),
    RESIDUAL_WIDTH("residual of another width"),
    WEIGHT_TYING("weight tying"),
    MISSING_AXIS("missing batch or channel axis"),
    ;

    /** The folder that has its programs. */
    val folder: String = name.lowercase().replace('_', '-')
}
