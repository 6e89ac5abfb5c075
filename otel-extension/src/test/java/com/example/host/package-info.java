/** An application without telemetry of its own. */
@NullMarked
package com.example.host;

import org.jspecify.annotations.NullMarked;
