using System.Text.RegularExpressions;

namespace Conformance.Specification.Phrases;

/// <summary>The hint of a description that says how many decimals a number has: <c>(2 decimal places)</c>.</summary>
internal static partial class DecimalPlacesHint
{
    public static int? Find(string description)
    {
        var match = Form().Match(description);
        return match.Success ? match.Integer("places") : null;
    }

    [GeneratedRegex(
        @"\(((max|up\s+to|at\s+most)\s+)?(?<places>\d{1,2})\s+decimal(s|\s+places?)\)",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Form();
}
