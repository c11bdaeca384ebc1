using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Allure;

/// <summary>The names of tests and files. They follow from run and case alone.</summary>
internal static partial class AllureIds
{
    private const string Prefix = "conformance-";

    /// <summary>The name by which Allure knows a test again in later runs, against whatever target.</summary>
    public static string FullName(RunDescription run, ContractCase contractCase) =>
        $"{Slug.Of(run.Specification.Info.Title.Value)}#{contractCase.Id}";

    /// <summary>Identity of a test over all runs.</summary>
    public static string OfTest(RunDescription run, ContractCase contractCase) => Digest(FullName(run, contractCase));

    /// <summary>Identity of one execution.</summary>
    public static string OfExecution(RunDescription run, ContractCase contractCase) =>
        Guid.ParseExact(Digest($"{run.RunId} {FullName(run, contractCase)}"), "N").ToString("D");

    /// <summary>Identity of another attempt at the case.</summary>
    public static string OfExecution(RunDescription run, ContractCase contractCase, int attempt) =>
        Guid.ParseExact(
                Digest(
                    string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"{run.RunId} {FullName(run, contractCase)} attempt {attempt}"
                    )
                ),
                "N"
            )
            .ToString("D");

    /// <summary>Identity of the report of a run.</summary>
    public static Guid OfReport(RunDescription run) => Guid.ParseExact(Digest($"{run.RunId} report"), "N");

    /// <summary>File name of a result.</summary>
    public static string ResultFile(string uuid) => $"{Prefix}{uuid}-result.json";

    /// <summary>File name of an attachment; Allure 3 insists on the word.</summary>
    public static string AttachmentFile(string uuid, int number, string extension) =>
        $"{Prefix}{uuid}-{number}-attachment.{extension}";

    /// <summary>Whether a file was written by an earlier run of this tool; what others put into the folder stays.</summary>
    public static bool IsOwn(string fileName) =>
        fileName is "categories.json" or "environment.properties" or "executor.json" || OwnFile().IsMatch(fileName);

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    [GeneratedRegex(@"^conformance-[0-9a-f-]{36}-(result\.json|[0-9]+-attachment\.[a-z]+)$", RegexOptions.None, 10_000)]
    private static partial Regex OwnFile();
}
