/** How many tokens a request will take, before anybody has counted them. */
@NullMarked
package io.agenticraft.estimate;

import org.jspecify.annotations.NullMarked;
