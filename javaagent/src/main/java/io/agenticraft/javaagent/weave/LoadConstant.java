package io.agenticraft.javaagent.weave;

import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.StackSize;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Puts a dynamic constant on the stack. */
final class LoadConstant extends StackManipulation.AbstractBase {
    private final ConstantDynamic constant;

    LoadConstant(ConstantDynamic constant) {
        this.constant = constant;
    }

    @Override
    public Size apply(MethodVisitor method, Implementation.Context context) {
        method.visitLdcInsn(constant);
        return StackSize.SINGLE.toIncreasingSize();
    }
}
