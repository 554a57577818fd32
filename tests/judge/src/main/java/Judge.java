import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Validates PDF files by veraPDF, many in one run.
 *
 *     java Judge FLAVOURS FILE… [FLAVOURS FILE…]
 *
 * FLAVOURS are such as "ua1,2a" and hold for the files after it. One line per file and flavour:
 * "PASS ua1 FILE", or "FAIL ua1 FILE: " and the rules broken with the number of breaches. Exit 1
 * when any file failed.
 */
public final class Judge {
    private static boolean failed;

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.matches("[a-z0-9]+(,[a-z0-9]+)*"))
                flavours = flavoursOf(argument);
            else
                for (PDFAFlavour flavour : flavours)
                    judge(argument, flavour);
        }
        System.exit(failed ? 1 : 0);
    }

    private static List<PDFAFlavour> flavoursOf(String names) {
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String name : names.split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
            if (flavour == PDFAFlavour.NO_FLAVOUR)
                throw new IllegalArgumentException("no such flavour: " + name);
            flavours.add(flavour);
        }
        return flavours;
    }

    private static void judge(String file, PDFAFlavour flavour) {
        String why;
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            why = result.isCompliant() ? null : rulesBroken(result);
        } catch (Exception | StackOverflowError e) {
            why = "cannot be read: " + e;
        }
        failed |= why != null;
        System.out.println(
                (why == null ? "PASS " : "FAIL ") + flavour.getId() + " " + file
                        + (why == null ? "" : ":" + why));
    }

    private static String rulesBroken(ValidationResult result) {
        StringBuilder rules = new StringBuilder();
        for (Map.Entry<RuleId, Integer> rule : result.getFailedChecks().entrySet())
            rules.append(' ').append(rule.getKey().getClause()).append('-')
                    .append(rule.getKey().getTestNumber()).append(" (").append(rule.getValue())
                    .append(')');
        return rules.toString();
    }
}
