def said = 'shape: reshape: number of elements differs: 1568 != 1496; input [Batch = 2, Rows = 28, Columns = 28]'
def builds = new File(basedir, 'build.log').text.split('Building refused').drop(1)
assert builds.length == 3
def (error, warning, off) = builds
assert error =~ /\[ERROR\] .*Main.kt:17:\d+ / && error.contains(said) && error.contains('BUILD FAILURE')
assert warning =~ /\[WARNING\] .*Main.kt:17:\d+ / && warning.contains(said) && warning.contains('BUILD SUCCESS')
assert !off.contains('shape:') && off.contains('BUILD SUCCESS')
