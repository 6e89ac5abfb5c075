/** OpenAI's chat completions, and the many services that speak them too. */
@NullMarked
package io.agenticraft.openai;

import org.jspecify.annotations.NullMarked;
