/** What Jaeger stored, read back over its query API as a tree of spans. */
@NullMarked
package io.agenticraft.acceptance.trace;

import org.jspecify.annotations.NullMarked;
