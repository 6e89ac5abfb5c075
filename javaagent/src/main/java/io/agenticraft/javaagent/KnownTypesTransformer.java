package io.agenticraft.javaagent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Looks a class's name up in a small set, and hands the few that are in it to the isolated part of the agent. */
final class KnownTypesTransformer implements ClassFileTransformer {

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String type,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (loader == null || type == null || !KnownTypes.contains(type)) {
            return null;
        }
        try {
            AgentCore core = Sites.core();
            return core == null ? null : core.transform(loader, type, classFile);
        } catch (Throwable e) {
            Console.line(type.replace('/', '.') + " stays as it is: " + e);
            return null;
        }
    }
}
