package com.qualitypost.phoenix.local.quarantine;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./phoenix quarantine replay}. */
@Command(
        name = "replay",
        description = "Has records judged again, by today's rules or against them.",
        mixinStandardHelpOptions = true)
final class ReplayEntriesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            converter = RecordId.Named.class,
            description = "as the list shows it: scans-3-1234; instead of a reason or a device")
    private List<RecordId> ids = new ArrayList<>();

    @Mixin
    private FilterOptions narrowing = new FilterOptions();

    @Option(
            names = "--override",
            description = "accept what the rules refuse; the decision is recorded with the record")
    private boolean override;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "who decides, default: ${DEFAULT-VALUE}")
    private String by = "";

    @Override
    public Integer call() {
        if (ids.isEmpty() != narrowing.isByReasonOrDevice()) {
            throw new ParameterException(spec.commandLine(), "Select records: by ids, or by --reason or --device.");
        }
        Installation here = Installation.up();
        try (Operators operators = new Operators(here.addresses().management())) {
            return new ReplayAction(operators, new Screen()).run(request());
        }
    }

    private Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("by", by);
        request.put("decision", override ? "override" : "judge_again");
        if (ids.isEmpty()) {
            request.put("filter", narrowing.filter());
        } else {
            request.put("ids", ids.stream().map(RecordId::toString).toList());
        }
        return request;
    }
}
