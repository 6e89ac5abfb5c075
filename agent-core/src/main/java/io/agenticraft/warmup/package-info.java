/** Makes the first call to a provider as fast as those after it, and says beforehand whether it would fail. */
@NullMarked
package io.agenticraft.warmup;

import org.jspecify.annotations.NullMarked;
