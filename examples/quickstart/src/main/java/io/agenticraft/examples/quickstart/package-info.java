/** The shortest program that traces an agent by library import: decorators and a span of its own. */
@NullMarked
package io.agenticraft.examples.quickstart;

import org.jspecify.annotations.NullMarked;
