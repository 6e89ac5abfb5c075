/** From a name such as {@code openai:gpt-4o} to a provider instance. */
@NullMarked
package io.agenticraft.registry;

import org.jspecify.annotations.NullMarked;
