package io.jmpi.launcher;

import io.jmpi.daemon.Job;
import io.jmpi.daemon.Signals;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Passes the signals that a launcher is sent on to its job. The JVM's class for signals is not part of the platform's
 * API and so is reached by reflection, which takes some 20 ms, off the way to the ranks. Before that, and where the class
 * is missing, a signal ends this process, and the job's guardian the ranks.
 */
final class SignalWatch implements Runnable, InvocationHandler {

    private static final String[] WATCHED = {"INT", "TERM", "HUP", "TSTP", "CONT"};

    private final Job job;

    SignalWatch(Job job) {
        this.job = job;
    }

    @Override
    public void run() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(SignalWatch.class.getClassLoader(), new Class<?>[] {handler}, this);
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : WATCHED) {
                handle.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            }
        } catch (ReflectiveOperationException e) {
            // without it: see above
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "handle":
                onSignal(arguments[0].toString());
                return null;
            case "hashCode":
                return System.identityHashCode(proxy);
            case "equals":
                return proxy == arguments[0];
            default:
                return "jmpiexec";
        }
    }

    private void onSignal(String name) {
        switch (name) {
            case "SIGINT":
                job.interrupt(Signals.INT);
                break;
            case "SIGHUP":
                job.interrupt(Signals.HUP);
                break;
            case "SIGTSTP":
                job.stop();
                break;
            case "SIGCONT":
                job.resume();
                break;
            default:
                job.interrupt(Signals.TERM);
                break;
        }
    }
}
