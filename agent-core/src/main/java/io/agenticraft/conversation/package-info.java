/** Conversations: what was said so far, and how it is put to a provider. */
@NullMarked
package io.agenticraft.conversation;

import org.jspecify.annotations.NullMarked;
