#pragma once

namespace vouch::bench {

/// Prints "ms-to-first-frame CPU-ms-to-first-frame" of the program's only window, counted from the
/// time in the environment variable VOUCH_BENCH_SINCE (seconds since 1970, as $EPOCHREALTIME of
/// bash), and ends the program. With VOUCH_BENCH_REST it goes on for ten seconds, and prints
/// "resident-MiB CPU-percent-at-rest" instead.
void reportFirstFrame();

} // namespace vouch::bench
