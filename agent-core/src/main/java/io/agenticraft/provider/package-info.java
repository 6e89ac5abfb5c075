/** The seam to a model provider: {@link io.agenticraft.provider.ModelProvider}, its specification and its typed failures. */
@NullMarked
package io.agenticraft.provider;

import org.jspecify.annotations.NullMarked;
