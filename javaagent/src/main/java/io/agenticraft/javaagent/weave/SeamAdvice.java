package io.agenticraft.javaagent.weave;

import java.lang.invoke.MethodHandle;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * What is woven around every seam, whatever its types. Never called: its bytecode is copied into the method, where it
 * may mention JDK classes only.
 */
final class SeamAdvice {

    private SeamAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
            @EnterHandle MethodHandle handle,
            @Advice.This(optional = true) @Nullable Object self,
            @Advice.AllArguments(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object[] arguments)
            throws Throwable {
        Object[] copy = arguments;
        Object token = (Object) handle.invokeExact(self, copy);
        arguments = copy;
        return token;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @ExitHandle MethodHandle handle,
            @Advice.Enter @Nullable Object token,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown)
            throws Throwable {
        if (token != null) {
            returned = (Object) handle.invokeExact(token, returned, thrown);
        }
    }
}
