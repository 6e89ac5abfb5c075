package io.agenticraft.otel.extension;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/**
 * The code that the upstream agent copies into a library's methods; never run where it stands. It may use nothing but
 * {@link Woven}, and only instructions that old class files know.
 */
public final class SeamAdvice {
    private SeamAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
            @Advice.Origin(Woven.SEAM) String seam,
            @Advice.This Object self,
            @Advice.AllArguments(readOnly = false, typing = Typing.DYNAMIC) Object[] args) {
        Object[] given = args;
        Object token = Woven.enter(seam, self, given);
        // Byte Buddy copies the elements back into the method's variables.
        args = given;
        return token;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
            @Advice.Origin(Woven.SEAM) String seam,
            @Advice.Enter @Nullable Object token,
            @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown) {
        returned = Woven.exit(seam, token, returned, thrown);
    }
}
