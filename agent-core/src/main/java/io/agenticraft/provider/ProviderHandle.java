package io.agenticraft.provider;

import java.util.function.UnaryOperator;

/**
 * A provider that stands for an instance which somebody else keeps, as a registry does. The instance may be built anew
 * between two calls, and become another one when settings change.
 */
public interface ProviderHandle extends ModelProvider {

    /**
     * A handle on the same provider with the settings of this moment, which it keeps: what the calls of one run share, so
     * that all of them go to one origin with one credential. Never fails: settings that cannot be had leave those that were
     * there before.
     */
    ProviderHandle pinned();

    /** Whether the instance is of a type; says it of the last one where none is built at the moment. */
    boolean leadsTo(Class<?> type);

    /**
     * The same, calling what {@code view} makes of the instance instead of the instance.
     *
     * @param view is asked once for each instance that is called, and may come to be asked at any call
     */
    ModelProvider viewed(UnaryOperator<ModelProvider> view);
}
