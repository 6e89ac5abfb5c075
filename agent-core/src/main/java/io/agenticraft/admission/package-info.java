/** Admission: calls wait here for their provider's rate limits instead of failing there. */
@NullMarked
package io.agenticraft.admission;

import org.jspecify.annotations.NullMarked;
