/** Reading and writing JSON without building trees. */
@NullMarked
package io.agenticraft.json;

import org.jspecify.annotations.NullMarked;
