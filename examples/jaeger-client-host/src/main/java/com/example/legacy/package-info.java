/** A shop front that traces with the legacy Jaeger client, and the support desk that it asks. */
@NullMarked
package com.example.legacy;

import org.jspecify.annotations.NullMarked;
