package io.agenticraft.javaagent.propagate;

import io.agenticraft.javaagent.weave.SiteConstant;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Weaves hooks into a class of the JDK. What it adds is straight-line code that needs no stack map frame. */
final class HookWeaver {
    /** The kind of the constants that {@link Handles} answers. */
    static final String KIND = "handoff";

    private static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";

    private HookWeaver() {}

    static byte[] weave(String type, byte[] classFile, List<Hook> hooks) {
        ClassReader reader = OpenedClassReader.of(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Woven(type, hooks, writer), 0);
        return writer.toByteArray();
    }

    private static final class Woven extends ClassVisitor {
        private final String type;
        private final List<Hook> hooks;

        Woven(String type, List<Hook> hooks, ClassVisitor next) {
            super(OpenedClassReader.ASM_API, next);
            this.type = type;
            this.hooks = hooks;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            for (Hook hook : hooks) {
                if (hook.isAt(name, descriptor)) {
                    method = new WovenMethod(type, hook, method);
                }
            }
            return method;
        }
    }

    private static final class WovenMethod extends MethodVisitor {
        private final String type;
        private final Hook hook;

        WovenMethod(String type, Hook hook, MethodVisitor next) {
            super(OpenedClassReader.ASM_API, next);
            this.type = type;
            this.hook = hook;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            switch (hook.kind()) {
                case CAPTURE, FORGET -> {
                    handle();
                    visitVarInsn(Opcodes.ALOAD, hook.local());
                    invoke("(Ljava/lang/Object;)V");
                }
                case WRAP -> {
                    handle();
                    visitVarInsn(Opcodes.ALOAD, hook.local());
                    invoke("(Ljava/lang/Runnable;)Ljava/lang/Runnable;");
                    visitVarInsn(Opcodes.ASTORE, hook.local());
                }
                default -> {}
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean isRun = owner.equals("java/lang/Runnable") && name.equals("run");
            if (hook.kind() == Hook.Kind.RUN && isRun) {
                handle();
                super.visitInsn(Opcodes.SWAP);
                invoke("(Ljava/lang/Runnable;)V");
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (hook.kind() == Hook.Kind.STAGE && opcode == Opcodes.RETURN) {
                handle();
                visitVarInsn(Opcodes.ALOAD, hook.local());
                visitVarInsn(Opcodes.ALOAD, hook.local() + 1);
                invoke("(Ljava/lang/Object;Ljava/lang/Object;)V");
            }
            super.visitInsn(opcode);
        }

        private void handle() {
            visitLdcInsn(SiteConstant.of(type, KIND, hook.kind().handle()));
        }

        private void invoke(String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, METHOD_HANDLE, "invokeExact", descriptor, false);
        }
    }
}
