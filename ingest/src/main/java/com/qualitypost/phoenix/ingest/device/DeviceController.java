package com.qualitypost.phoenix.ingest.device;

import com.qualitypost.phoenix.web.ForOperators;
import com.qualitypost.phoenix.web.problem.ProblemException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports which of a device's numbers never arrived. */
@RestController
@ForOperators
@RequestMapping("/v1/devices")
@ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
class DeviceController {
    private final DeviceGaps gaps;

    DeviceController(DeviceGaps gaps) {
        this.gaps = gaps;
    }

    @GetMapping("/{id}/gaps")
    DeviceGaps.Report gaps(@PathVariable String id) {
        return gaps.of(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown_device",
                        "No numbered scan of the device %s was seen. Check the id; a device appears within seconds of its first scan with a device_seq."
                                .formatted(id)));
    }
}
