package io.agenticraft.javaagent;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** What the isolated part of the agent offers to the entry. JDK types only: the two sides share no others. */
public interface AgentCore {

    /**
     * Weaves a class.
     *
     * @param loader the class's loader; null: the bootstrap loader
     * @param type the class's internal name
     * @param classFile its bytes
     * @return the woven class, or null where it is to stay as it is
     */
    byte @Nullable [] transform(@Nullable ClassLoader loader, String type, byte[] classFile) throws Exception;

    /**
     * Answers what a constant of a woven class stands for.
     *
     * @param owner the woven class
     * @param kind which of the agent's method handles is meant
     * @param name what the handle is for, such as the handler's class name
     */
    MethodHandle link(Class<?> owner, String kind, String name) throws Exception;
}
