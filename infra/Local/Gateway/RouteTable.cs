using Shares.Local.Template;

namespace Shares.Local.Gateway;

/// <summary>
/// Finds the route of a request as an HTTP API does: a full match before a greedy one, a fixed segment before a variable, a longer
/// greedy prefix before a shorter, the method itself before ANY.
/// </summary>
public sealed class RouteTable
{
    private readonly Pattern[] _patterns;

    public RouteTable(IEnumerable<RouteModel> routes) =>
        _patterns = [.. routes.Select(route => new Pattern(route)).Order(Comparer<Pattern>.Create(Compare))];

    /// <param name="path">Decoded path, beginning with a slash.</param>
    /// <returns>Null when there is none, which is a 404.</returns>
    public RouteMatch? Find(string method, string path)
    {
        var segments = path[1..].Split('/');
        foreach (var pattern in _patterns)
        {
            if (pattern.Takes(method) && pattern.Match(segments) is { } parameters) return new RouteMatch(pattern.Route, parameters);
        }

        return null;
    }

    private static int Compare(Pattern left, Pattern right)
    {
        if (left.IsGreedy != right.IsGreedy) return left.IsGreedy ? 1 : -1;
        foreach (var (one, other) in left.Segments.Zip(right.Segments))
        {
            if (Rank(one) != Rank(other)) return Rank(one) - Rank(other);
        }

        return left.Segments.Length != right.Segments.Length
            ? right.Segments.Length - left.Segments.Length
            : (left.Route.Method == "ANY").CompareTo(right.Route.Method == "ANY");
    }

    private static int Rank(string segment) => segment.EndsWith("+}", StringComparison.Ordinal) ? 2 : segment.StartsWith('{') ? 1 : 0;

    private sealed class Pattern(RouteModel route)
    {
        public RouteModel Route => route;

        public string[] Segments { get; } = route.Path[1..].Split('/');

        public bool IsGreedy => Rank(Segments[^1]) == 2;

        public bool Takes(string method) => route.Method == "ANY" || route.Method == method;

        public Dictionary<string, string>? Match(string[] path)
        {
            if (IsGreedy ? path.Length < Segments.Length : path.Length != Segments.Length) return null;
            var parameters = new Dictionary<string, string>();
            for (var at = 0; at < Segments.Length; at++)
            {
                var segment = Segments[at];
                var value = Rank(segment) == 2 ? string.Join('/', path[at..]) : path[at];
                if (Rank(segment) == 0 && segment != value) return null;
                if (Rank(segment) == 0) continue;
                if (value.Length == 0) return null;
                parameters[segment.Trim('{', '+', '}')] = value;
            }

            return parameters;
        }
    }
}

/// <param name="PathParameters">Values of the route's variables, decoded.</param>
public sealed record RouteMatch(RouteModel Route, IReadOnlyDictionary<string, string> PathParameters);
