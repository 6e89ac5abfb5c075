/** Known answers to equal requests: in memory, joined while under way, and shared by many processes. */
@NullMarked
package io.agenticraft.cache;

import org.jspecify.annotations.NullMarked;
