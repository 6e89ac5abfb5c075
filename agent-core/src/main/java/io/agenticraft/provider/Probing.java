package io.agenticraft.provider;

import java.util.concurrent.CompletableFuture;

/**
 * A provider that can be tried without asking a model, as warming up does. The built-in providers are. Both calls
 * return at once, cost nothing at the provider, fail with a {@link ProviderException}, and are cancelled by their futures.
 */
public interface Probing {

    /** Opens a connection (name, TCP, TLS) and leaves it in the pool; does nothing where the pool has one free. */
    CompletableFuture<ProbeResult> connect();

    /** Asks for something that is free and needs the credential: the list of models. Opens a connection if none is free. */
    CompletableFuture<ProbeResult> probe();

    /**
     * {@link #probe()}, which also fails, with a {@link NotFoundException}, where the list is known to be whole and the
     * model is not on it, as at Ollama. By default the model is not looked for.
     */
    default CompletableFuture<ProbeResult> probe(String model) {
        return probe();
    }
}
