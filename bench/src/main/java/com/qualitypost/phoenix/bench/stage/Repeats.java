package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.result.Sample;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the repeats of a measurement give, by name. */
public final class Repeats {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    public void add(String name, double value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /** The row with what was measured of these peers. */
    public ResultRow withPeers(ResultRow row, List<String> peers) {
        ResultRow all = row;
        for (String peer : peers) {
            all = all.peer(peer, of(peer));
        }
        return all;
    }

    public Sample of(String name) {
        List<Double> all = values.get(name);
        if (all == null) {
            throw new ServerException("Nothing was measured as " + name);
        }
        return Sample.of(all);
    }
}
