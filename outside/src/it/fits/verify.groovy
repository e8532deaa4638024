String log = new File(basedir, 'build.log').text
assert log.contains('planes [Batch = 2, Features = 8, Rows/2 = 14, Columns/2 = 14]')
assert log.contains('scores [Batch = 2, Digit = 10]')
