/** The packaged jars against a real Jaeger: what a user would see of an application whose runs are traced. */
@NullMarked
package io.agenticraft.acceptance;

import org.jspecify.annotations.NullMarked;
