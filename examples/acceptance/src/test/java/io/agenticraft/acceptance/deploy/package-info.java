/** The files of {@code deploy/} agree with each other and with what the tests use. */
@NullMarked
package io.agenticraft.acceptance.deploy;

import org.jspecify.annotations.NullMarked;
