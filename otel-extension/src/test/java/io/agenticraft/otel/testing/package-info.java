/** What the tests of several packages share. */
@NullMarked
package io.agenticraft.otel.testing;

import org.jspecify.annotations.NullMarked;
