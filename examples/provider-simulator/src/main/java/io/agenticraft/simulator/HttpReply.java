package io.agenticraft.simulator;

import java.util.Map;

/** A complete HTTP answer with a JSON body. */
record HttpReply(int status, Map<String, String> headers, String body) {}
