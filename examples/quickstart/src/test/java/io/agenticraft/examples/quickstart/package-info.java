/** Tests of the quickstart. */
@NullMarked
package io.agenticraft.examples.quickstart;

import org.jspecify.annotations.NullMarked;
