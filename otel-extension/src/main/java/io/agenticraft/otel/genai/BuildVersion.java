package io.agenticraft.otel.genai;

/** This build's version: a constant, because a resource does not travel with classes that an agent defines one by one. A test holds it against the build. */
final class BuildVersion {
    static final String VALUE = "0.1.0-SNAPSHOT";

    private BuildVersion() {}
}
