package io.agenticraft.otel.adapter;

import org.jspecify.annotations.Nullable;

/**
 * What happens around a method. One instance serves all calls of its seam, on any thread. Weavers guard both methods:
 * what they throw is counted and never reaches the host.
 */
public interface SeamHandler {

    /**
     * Called before the method's body.
     *
     * @param self the receiver
     * @param args the arguments, null ones too; elements may be replaced. Not marked so, because nullness checkers on
     *     JDK 17 and on later ones disagree about arrays in class files
     * @return what {@link #exit} is to be given, or null if it need not be called
     */
    @Nullable
    Object enter(Object self, Object[] args) throws Throwable;

    /**
     * Called after the method's body, on the same thread.
     *
     * @param token what {@link #enter} answered
     * @param returned what the method returned
     * @param thrown what the method threw, or null
     * @return what the caller gets instead of {@code returned}; ignored when {@code thrown} is not null
     */
    @Nullable
    Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) throws Throwable;
}
