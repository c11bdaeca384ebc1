using System.Collections.Immutable;
using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>
/// The security schemes of a document as the one way to authenticate that a specification has: the scheme that is asked
/// for, else the one that opens most operations. Which operations it opens, and by which scopes, is told here too.
/// </summary>
internal sealed class SecurityImport
{
    private readonly YamlSequence? shared;

    /// <summary>Chooses the scheme and accounts for all.</summary>
    /// <param name="context">What all parts share.</param>
    /// <param name="operations">All operations.</param>
    /// <param name="choice">The schemes, and which to take.</param>
    public SecurityImport(ImportContext context, IEnumerable<YamlMapping> operations, SecurityChoice choice)
    {
        shared = context.Files.Main.Root.Find("security") as YamlSequence;
        var schemes = choice.Schemes;
        var needed = operations.Select(RequirementsOf).Where(r => r.Length > 0).ToList();
        Main = schemes
            .Where(s => s.Kind is not null && s.Name == (choice.Name ?? s.Name))
            .OrderByDescending(s => needed.Count(r => r.Any(a => Opens(a, s.Name))))
            .ThenByDescending(s => s.ClientCredentials is not null)
            .FirstOrDefault();
        foreach (var scheme in schemes)
        {
            Account(scheme, context);
        }
    }

    /// <summary>The scheme that is carried over; null when there is none.</summary>
    public SecurityScheme? Main { get; }

    /// <summary>The section; null when nothing is protected.</summary>
    public DraftMapping? Section() => Main is null ? null : AuthenticationDraft.Of(Main);

    /// <summary>What an operation says of its protection, or why it cannot be called with what the specification has.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="obstacle">Why it cannot be called; null when it can.</param>
    public DraftMapping? Of(YamlMapping operation, out string? obstacle)
    {
        obstacle = null;
        var declared = operation.Find("security") as YamlSequence ?? shared;
        var alternatives = RequirementsOf(operation);
        var isOpen = declared is not null && (alternatives.IsEmpty || alternatives.Any(a => a.Entries.IsEmpty));
        if (isOpen || (declared is null && Main is not null))
        {
            // Where nothing is protected, nothing need be public.
            return Main is null ? null : new DraftBuilder().Add("public", true).Build(declared?.Location);
        }

        if (alternatives.IsEmpty)
        {
            return null;
        }

        if (alternatives.FirstOrDefault(a => Main is not null && Opens(a, Main.Name)) is { } fitting)
        {
            var scopes = fitting.Items(Main!.Name).OfType<YamlScalar>().Select(s => s.Text);
            var security = new DraftBuilder().Add("scopes", scopes);
            return security.IsEmpty ? null : security.Build(fitting.Location);
        }

        var names = string.Join(
            " or ",
            alternatives.Select(a => string.Join(" and ", a.Entries.Select(e => e.Key.Text)))
        );
        obstacle = Main is null
            ? $"it is protected by {names}, which the dialect has no counterpart for"
            : $"it is protected by {names}; a specification has one way to authenticate, and that is {Main.Name} (--security chooses another)";
        return null;
    }

    private ImmutableArray<YamlMapping> RequirementsOf(YamlMapping operation) =>
        [.. ((operation.Find("security") as YamlSequence ?? shared)?.Items ?? []).OfType<YamlMapping>()];

    private static bool Opens(YamlMapping alternative, string scheme) =>
        alternative.Entries is [var only] && only.Key.Text == scheme;

    private void Account(SecurityScheme scheme, ImportContext context)
    {
        if (scheme == Main)
        {
            context.Ledger.Carried(ImportKinds.SecuritySchemes);
            return;
        }

        context.Ledger.Left(
            ImportKinds.SecuritySchemes,
            $"security scheme '{scheme.Name}'",
            scheme.Kind is null
                ? "the dialect has no counterpart for it"
                : $"a specification has one way to authenticate, and that is {Main?.Name} (--security chooses another)",
            scheme.Node.Location
        );
    }
}
