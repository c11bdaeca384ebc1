using System.Collections.Frozen;
using System.Globalization;

namespace Conformance.Specification.Schemas.Patterns;

/// <summary>
/// The Unicode properties of <c>\p{...}</c> that the runtime's own data can decide: general categories, and the few
/// binary ones that are ranges. Scripts are not among them; a pattern that names one is refused, not guessed at.
/// </summary>
internal static class UnicodeProperties
{
    // PropertyValueAliases.txt, property gc.
    private static readonly (string Names, UnicodeCategory Category)[] Leaves =
    [
        ("Lu Uppercase_Letter", UnicodeCategory.UppercaseLetter),
        ("Ll Lowercase_Letter", UnicodeCategory.LowercaseLetter),
        ("Lt Titlecase_Letter", UnicodeCategory.TitlecaseLetter),
        ("Lm Modifier_Letter", UnicodeCategory.ModifierLetter),
        ("Lo Other_Letter", UnicodeCategory.OtherLetter),
        ("Mn Nonspacing_Mark", UnicodeCategory.NonSpacingMark),
        ("Mc Spacing_Mark", UnicodeCategory.SpacingCombiningMark),
        ("Me Enclosing_Mark", UnicodeCategory.EnclosingMark),
        ("Nd Decimal_Number digit", UnicodeCategory.DecimalDigitNumber),
        ("Nl Letter_Number", UnicodeCategory.LetterNumber),
        ("No Other_Number", UnicodeCategory.OtherNumber),
        ("Pc Connector_Punctuation", UnicodeCategory.ConnectorPunctuation),
        ("Pd Dash_Punctuation", UnicodeCategory.DashPunctuation),
        ("Ps Open_Punctuation", UnicodeCategory.OpenPunctuation),
        ("Pe Close_Punctuation", UnicodeCategory.ClosePunctuation),
        ("Pi Initial_Punctuation", UnicodeCategory.InitialQuotePunctuation),
        ("Pf Final_Punctuation", UnicodeCategory.FinalQuotePunctuation),
        ("Po Other_Punctuation", UnicodeCategory.OtherPunctuation),
        ("Sm Math_Symbol", UnicodeCategory.MathSymbol),
        ("Sc Currency_Symbol", UnicodeCategory.CurrencySymbol),
        ("Sk Modifier_Symbol", UnicodeCategory.ModifierSymbol),
        ("So Other_Symbol", UnicodeCategory.OtherSymbol),
        ("Zs Space_Separator", UnicodeCategory.SpaceSeparator),
        ("Zl Line_Separator", UnicodeCategory.LineSeparator),
        ("Zp Paragraph_Separator", UnicodeCategory.ParagraphSeparator),
        ("Cc Control cntrl", UnicodeCategory.Control),
        ("Cf Format", UnicodeCategory.Format),
        ("Cs Surrogate", UnicodeCategory.Surrogate),
        ("Co Private_Use", UnicodeCategory.PrivateUse),
        ("Cn Unassigned", UnicodeCategory.OtherNotAssigned),
    ];

    private static readonly (string Names, string Members)[] Groups =
    [
        ("L Letter", "Lu Ll Lt Lm Lo"),
        ("LC Cased_Letter", "Lu Ll Lt"),
        ("M Mark Combining_Mark", "Mn Mc Me"),
        ("N Number", "Nd Nl No"),
        ("P Punctuation punct", "Pc Pd Ps Pe Pi Pf Po"),
        ("S Symbol", "Sm Sc Sk So"),
        ("Z Separator", "Zs Zl Zp"),
        ("C Other", "Cc Cf Cs Co Cn"),
    ];

    private static readonly FrozenDictionary<string, UnicodeCategory[]> Categories = Build();

    /// <summary>The code points with a property; null when it is not known.</summary>
    /// <param name="expression">What stands between the braces, for example <c>Lu</c> or <c>gc=Letter</c>.</param>
    public static CodePointSet? Find(string expression)
    {
        var equals = expression.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
        {
            return expression[..equals] is "gc" or "General_Category" ? Category(expression[(equals + 1)..]) : null;
        }

        return expression switch
        {
            "Any" => CodePointSet.All,
            "ASCII" => CodePointSet.Of((0, 0x7F)),
            "ASCII_Hex_Digit" or "AHex" => CodePointSet.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
            "Assigned" => OfCategories([UnicodeCategory.OtherNotAssigned]).Complement(),
            "White_Space" or "space" => CodePointSet.Of(
                (0x9, 0xD),
                (0x20, 0x20),
                (0x85, 0x85),
                (0xA0, 0xA0),
                (0x1680, 0x1680),
                (0x2000, 0x200A),
                (0x2028, 0x2029),
                (0x202F, 0x202F),
                (0x205F, 0x205F),
                (0x3000, 0x3000)
            ),
            _ => Category(expression),
        };
    }

    private static CodePointSet? Category(string name) =>
        Categories.TryGetValue(name, out var categories) ? OfCategories(categories) : null;

    private static CodePointSet OfCategories(UnicodeCategory[] categories)
    {
        var wanted = categories.Aggregate(0, (mask, category) => mask | (1 << (int)category));
        var ranges = new List<(int From, int To)>();
        var from = -1;
        for (var codePoint = 0; codePoint <= 0x110000; codePoint++)
        {
            var isIn =
                codePoint <= 0x10FFFF && (wanted & (1 << (int)CharUnicodeInfo.GetUnicodeCategory(codePoint))) != 0;
            if (isIn && from < 0)
            {
                from = codePoint;
            }
            else if (!isIn && from >= 0)
            {
                ranges.Add((from, codePoint - 1));
                from = -1;
            }
        }

        return CodePointSet.Of(ranges);
    }

    private static FrozenDictionary<string, UnicodeCategory[]> Build()
    {
        var byName = Leaves
            .SelectMany(leaf => leaf.Names.Split(' '), (leaf, name) => (name, Categories: new[] { leaf.Category }))
            .ToDictionary(entry => entry.name, entry => entry.Categories, StringComparer.Ordinal);
        foreach (var (names, members) in Groups)
        {
            var categories = members.Split(' ').SelectMany(member => byName[member]).ToArray();
            Array.ForEach(names.Split(' '), name => byName[name] = categories);
        }

        return byName.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
