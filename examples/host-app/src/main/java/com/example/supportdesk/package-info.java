/** A support desk as an application would write it: an agent with tools, a chat, and not a line of telemetry. */
@NullMarked
package com.example.supportdesk;

import org.jspecify.annotations.NullMarked;
