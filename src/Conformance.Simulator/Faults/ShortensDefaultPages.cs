using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Pages whose size is not asked for are a tenth as long as declared.</summary>
public sealed class ShortensDefaultPages : Fault
{
    /// <inheritdoc />
    public override string Description => "Pages whose size is not asked for are a tenth as long as declared.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Page AlterPage(Call call, Page page) =>
        IsAskedFor(call) ? page : page with { Size = Math.Max(1, page.Size / 10) };

    private static bool IsAskedFor(Call call) =>
        call.Endpoint!.QueryParameters.Where(p => p.Schema.Maximum is not null)
            .Any(p => call.Request.Query.Any(q => q.Key == p.Name.Value));
}
