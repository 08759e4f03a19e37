package io.jmpi.daemon.job;

import com.google.protobuf.ByteString;
import io.jmpi.daemon.control.Environment;
import io.jmpi.daemon.control.JobDescription;
import io.jmpi.daemon.control.Variable;
import io.jmpi.daemon.program.Binding;
import io.jmpi.daemon.program.Program;
import io.jmpi.daemon.supervise.Input;
import io.jmpi.daemon.supervise.JobSpec;
import io.jmpi.daemon.supervise.RankSpec;
import io.jmpi.job.NodeHost;
import io.jmpi.job.Placement;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A job's description on the wire. What many ranks have in common goes there once. */
final class Descriptions {

    private Descriptions() {}

    /** Encodes a job whose programs do not inherit an environment, and whose ranks have no input but what they are fed. */
    static JobDescription encode(JobSpec job, int outputWindow) {
        JobDescription.Builder message = JobDescription.newBuilder()
                .setName(job.name())
                .setAlias(job.alias())
                .setKey(ByteString.copyFrom(job.key()))
                .setStaged(job.staged())
                .setOutputWindow(outputWindow);
        for (NodeHost host : job.hosts()) {
            message.addHosts(io.jmpi.daemon.control.NodeHost.newBuilder()
                    .setName(host.name())
                    .addAllAddresses(host.addresses()));
        }
        Map<Program, Integer> programs = new HashMap<>();
        Map<Map<String, String>, Integer> environments = new HashMap<>();
        RankSpec last = null;
        int program = 0;
        for (int rank = 0; rank < job.size(); rank++) {
            RankSpec spec = job.ranks().get(rank);
            if (last == null || spec.program() != last.program()) {
                program = index(message, spec.program(), programs, environments);
            }
            last = spec;
            message.addNodeOfRank(job.placement().node(rank));
            message.addProgramOfRank(program);
            message.addInputOfRank(encode(spec.input()));
        }
        return message.build();
    }

    private static int index(
            JobDescription.Builder message,
            Program program,
            Map<Program, Integer> programs,
            Map<Map<String, String>, Integer> environments) {
        Integer known = programs.get(program);
        if (known != null) {
            return known;
        }
        if (program.inherits()) {
            throw new IllegalArgumentException("nothing is inherited from another host");
        }
        Integer environment = environments.get(program.environment());
        if (environment == null) {
            environment = environments.size();
            environments.put(program.environment(), environment);
            message.addEnvironments(encode(program.environment()));
        }
        message.addPrograms(io.jmpi.daemon.control.Program.newBuilder()
                .addAllCommand(program.command())
                .setDirectory(program.directory().getPath())
                .setEnvironment(environment)
                .addAllFiles(program.files())
                .setSearchPath(orEmpty(program.searchPath()))
                .setUmask(orEmpty(program.umask()))
                .setBinding(program.binding().name()));
        programs.put(program, programs.size());
        return programs.size() - 1;
    }

    private static Environment encode(Map<String, String> variables) {
        Environment.Builder environment = Environment.newBuilder();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            environment.addVariables(
                    Variable.newBuilder().setName(variable.getKey()).setValue(variable.getValue()));
        }
        return environment.build();
    }

    private static io.jmpi.daemon.control.Input encode(Input input) {
        switch (input) {
            case NOTHING:
                return io.jmpi.daemon.control.Input.INPUT_NOTHING;
            case FED:
                return io.jmpi.daemon.control.Input.INPUT_FED;
            case FED_DIALOGUE:
                return io.jmpi.daemon.control.Input.INPUT_FED_DIALOGUE;
            default:
                throw new IllegalArgumentException("no rank on another host has the input " + input);
        }
    }

    /** @throws IllegalArgumentException when the message makes no sense */
    static JobSpec decode(JobDescription message) {
        int size = message.getNodeOfRankCount();
        if (message.getProgramOfRankCount() != size || message.getInputOfRankCount() != size) {
            throw new IllegalArgumentException("a job of " + size + " ranks, " + message.getProgramOfRankCount()
                    + " programs and " + message.getInputOfRankCount() + " inputs");
        }
        int[] nodes = new int[size];
        for (int rank = 0; rank < size; rank++) {
            nodes[rank] = message.getNodeOfRank(rank);
            check("node", nodes[rank], message.getHostsCount());
        }
        List<NodeHost> hosts = new ArrayList<>();
        for (io.jmpi.daemon.control.NodeHost host : message.getHostsList()) {
            hosts.add(new NodeHost(host.getName(), List.copyOf(host.getAddressesList())));
        }
        Placement placement = Placement.of(nodes);
        if (placement.nodes() != hosts.size()) {
            throw new IllegalArgumentException(hosts.size() + " hosts for " + placement.nodes() + " nodes");
        }
        return new JobSpec(
                message.getName(),
                message.getAlias(),
                placement,
                hosts,
                message.getKey().toByteArray(),
                ranks(message),
                message.getStaged(),
                false);
    }

    private static List<RankSpec> ranks(JobDescription message) {
        List<Map<String, String>> environments = new ArrayList<>();
        for (Environment environment : message.getEnvironmentsList()) {
            environments.add(decode(environment));
        }
        List<Program> programs = new ArrayList<>();
        for (io.jmpi.daemon.control.Program program : message.getProgramsList()) {
            check("environment", program.getEnvironment(), environments.size());
            check("command", 0, program.getCommandCount());
            programs.add(new Program(
                    List.copyOf(program.getCommandList()),
                    new File(program.getDirectory()),
                    environments.get(program.getEnvironment()),
                    false,
                    List.copyOf(program.getFilesList()),
                    orNull(program.getSearchPath()),
                    orNull(program.getUmask()),
                    Binding.valueOf(program.getBinding())));
        }
        List<RankSpec> ranks = new ArrayList<>();
        for (int rank = 0; rank < message.getNodeOfRankCount(); rank++) {
            check("program", message.getProgramOfRank(rank), programs.size());
            ranks.add(new RankSpec(programs.get(message.getProgramOfRank(rank)), decode(message.getInputOfRank(rank))));
        }
        return ranks;
    }

    private static Map<String, String> decode(Environment environment) {
        Map<String, String> variables = new HashMap<>();
        for (Variable variable : environment.getVariablesList()) {
            String name = variable.getName();
            if (name.isEmpty()
                    || name.indexOf('=') >= 0
                    || name.indexOf(0) >= 0
                    || variable.getValue().indexOf(0) >= 0) {
                throw new IllegalArgumentException("no variable can be called '" + name + "'");
            }
            variables.put(name, variable.getValue());
        }
        return variables;
    }

    private static Input decode(io.jmpi.daemon.control.Input input) {
        switch (input) {
            case INPUT_NOTHING:
                return Input.NOTHING;
            case INPUT_FED:
                return Input.FED;
            case INPUT_FED_DIALOGUE:
                return Input.FED_DIALOGUE;
            default:
                throw new IllegalArgumentException("unknown input");
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void check(String what, int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(what + " " + index + " of " + count);
        }
    }
}
