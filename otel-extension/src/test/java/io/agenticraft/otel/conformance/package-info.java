/** What is emitted, held against the conventions' own registry. */
@NullMarked
package io.agenticraft.otel.conformance;

import org.jspecify.annotations.NullMarked;
