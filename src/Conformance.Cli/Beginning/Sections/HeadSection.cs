namespace Conformance.Cli.Beginning.Sections;

/// <summary><c>info</c> and <c>overview</c>.</summary>
internal static class HeadSection
{
    public static string Write(Beginning b) =>
        $$"""
            # Integration specification of {{b.Title.ReplaceLineEndings(" ")}}: the contract, and the test suite.
            # Checked by 'conformance lint', run by 'conformance run', drawn up as a document by 'conformance docs'.{{Missing(b)}}

            info:
              title: {{SpecificationDraft.Quoted(b.Title)}}
              version: "1.0.0"
              last_updated: "{{SpecificationDraft.Date(b.Today)}}"
              authors: [{{SpecificationDraft.Quoted($"{b.Provider} team")}}]
              status: "Draft"
              consumer: {{SpecificationDraft.Quoted(b.Consumer)}}
              provider: {{SpecificationDraft.Quoted(b.Provider)}}

            overview:
              purpose: {{SpecificationDraft.Quoted(
                $"Lets {b.Consumer} create, read, list and delete {b.Resource.PluralWords}."
            )}}
              scope:
                in:
                  - "Creating, reading, listing and deleting {{b.Resource.PluralWords}}"
                out:
                  - "Everything that is not about {{b.Resource.PluralWords}}"
              architecture: |
                flowchart LR
                  Consumer --> Provider{{(b.HasWebhooks ? "\n      Provider -. webhook .-> Consumer" : "")}}
            """;

    /// <summary>Sections that are left out on purpose are no omission.</summary>
    private static string Missing(Beginning b)
    {
        var reasons = new[]
        {
            b.IsProtected ? null : "anybody may call",
            b.IsLimited ? null : "no limits are published",
        };
        var reason = string.Join("; ", reasons.OfType<string>());
        return reason.Length == 0 ? "" : $"\n#\n# conformance: ignore-file DOC-101 {reason}";
    }
}
