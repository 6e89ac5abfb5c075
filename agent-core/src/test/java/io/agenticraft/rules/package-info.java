/** The rules of the house, which every module's tests check. */
@NullMarked
package io.agenticraft.rules;

import org.jspecify.annotations.NullMarked;
