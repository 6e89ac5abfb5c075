/** The scripts that CI runs do what they say, on small trees made for the purpose. */
@NullMarked
package io.agenticraft.acceptance.ci;

import org.jspecify.annotations.NullMarked;
