package com.qualitypost.phoenix.vocabulary;

import com.qualitypost.phoenix.vocabulary.NumberCheck.Sound;
import java.util.Set;

/**
 * Removes what scanners and labels put around a number: the identifier of the barcode's kind (ISO/IEC 15424), GS1's
 * brackets around application identifiers, its separators between them, and Code 39's asterisks.
 */
final class Label {
    private static final int IDENTIFIER_LENGTH = 3;

    /** Identifiers of barcodes that follow GS1's rules. */
    private static final Set<String> GS1 = Set.of("]C1", "]D2", "]Q3", "]J1", "]E0", "]E1", "]E2", "]E3");

    private static final char SEPARATOR = 0x1D;

    /** The application identifier of a serial shipping container code, which has 18 digits. */
    private static final String SSCC = "00";

    private static final int SSCC_END = SSCC.length() + 18;

    private Label() {}

    /** The number of a label as typed or scanned, in upper case. */
    static String number(String entered) {
        String text = Ascii.upperCase(PlainText.of(withoutSeparators(entered)));
        boolean isScanned = isScanned(text);
        String data =
                withoutAsterisks(isScanned ? text.substring(IDENTIFIER_LENGTH).strip() : text);
        boolean isGs1 = data.startsWith("(")
                || isScanned && GS1.contains(text.substring(0, IDENTIFIER_LENGTH))
                || isBareSscc(data);
        return PlainText.withHyphens(isGs1 ? element(data) : data);
    }

    private static String withoutSeparators(String entered) {
        return entered.indexOf(SEPARATOR) < 0 ? entered : entered.replace(String.valueOf(SEPARATOR), "");
    }

    /** Code 39 begins and ends with them. */
    private static String withoutAsterisks(String data) {
        return data.length() > 1 && data.startsWith("*") && data.endsWith("*")
                ? data.substring(1, data.length() - 1).strip()
                : data;
    }

    /** As read by a scanner that does not report the kind of barcode; a correct check digit is not an accident. */
    private static boolean isBareSscc(String data) {
        return data.length() == SSCC_END
                && data.startsWith(SSCC)
                && NumberCheck.of(data.substring(SSCC.length())) instanceof Sound;
    }

    private static boolean isScanned(String text) {
        return text.length() > IDENTIFIER_LENGTH
                && text.charAt(0) == ']'
                && Ascii.isCapital(text.charAt(1))
                && (Ascii.isDigit(text.charAt(2)) || Ascii.isCapital(text.charAt(2)));
    }

    /** What GS1's data call the parcel: its SSCC, otherwise all of them as they are in the barcode. */
    private static String element(String data) {
        String bars = withoutBrackets(data);
        return bars.length() >= SSCC_END && bars.startsWith(SSCC) && Ascii.areDigits(bars, 0, SSCC_END)
                ? bars.substring(SSCC.length(), SSCC_END)
                : bars;
    }

    /** Brackets are printed under the bars, sometimes with blanks after them, but are not in the barcode. */
    private static String withoutBrackets(String data) {
        return data.replace("(", "").replace(") ", "").replace(")", "");
    }
}
