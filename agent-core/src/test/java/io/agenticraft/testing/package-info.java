/** What tests of several packages and modules share. */
@NullMarked
package io.agenticraft.testing;

import org.jspecify.annotations.NullMarked;
