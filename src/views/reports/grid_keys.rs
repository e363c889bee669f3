//! The keys that move through a grid of cells, as WAI-ARIA's *Authoring Practices* define them.

/// The position of a cell in a grid: its row and column, from 0, headers included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellPlace {
    /// The row; row 0 has the columns' headers.
    pub row: usize,
    /// The column; column 0 has the rows' headers.
    pub column: usize,
}

/// The size of a grid, in cells, with its headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GridSize {
    /// The number of rows, at least 1.
    pub rows: usize,
    /// The number of columns, at least 1.
    pub columns: usize,
    /// The number of rows that *Page Up* and *Page Down* move by.
    pub page: usize,
}

impl CellPlace {
    /// Returns the position in the grid that is nearest to this one.
    pub(super) fn within(self, size: GridSize) -> Self {
        let last = |count: usize| count.saturating_sub(1);
        Self { row: self.row.min(last(size.rows)), column: self.column.min(last(size.columns)) }
    }

    /// Returns the place that a key leads to; `None` for a key that leads nowhere. `with_control` says whether *Ctrl*
    /// or *Cmd* is held, `is_leftward` whether the columns follow each other from right to left. No key leads out of
    /// the grid or wraps around.
    pub(super) fn by_key(
        self,
        key: &str,
        with_control: bool,
        is_leftward: bool,
        size: GridSize,
    ) -> Option<Self> {
        let Self { row, column } = self;
        let (last_row, last_column) = (usize::MAX, usize::MAX);
        let forward = Self { row, column: column.saturating_add(1) };
        let back = Self { row, column: column.saturating_sub(1) };
        let place = match (key, with_control) {
            ("ArrowRight", false) => [forward, back][usize::from(is_leftward)],
            ("ArrowLeft", false) => [back, forward][usize::from(is_leftward)],
            ("ArrowDown", false) => Self { row: row.saturating_add(1), column },
            ("ArrowUp", false) => Self { row: row.saturating_sub(1), column },
            ("PageDown", false) => Self { row: row.saturating_add(size.page), column },
            ("PageUp", false) => Self { row: row.saturating_sub(size.page), column },
            ("Home", false) => Self { row, column: 0 },
            ("End", false) => Self { row, column: last_column },
            ("Home", true) => Self { row: 0, column: 0 },
            ("End", true) => Self { row: last_row, column: last_column },
            _ => return None,
        };
        Some(place.within(size))
    }
}

#[cfg(test)]
mod tests {
    use super::{CellPlace, GridSize};

    const SIZE: GridSize = GridSize { rows: 201, columns: 31, page: 10 };

    #[test]
    fn keys_lead_from_cell_to_cell() {
        let cases = [
            ("ArrowRight", false, false, (5, 5), Some((5, 6))),
            ("ArrowRight", false, true, (5, 5), Some((5, 4))),
            ("ArrowLeft", false, false, (5, 0), Some((5, 0))),
            ("ArrowLeft", false, true, (5, 30), Some((5, 30))),
            ("ArrowDown", false, false, (200, 3), Some((200, 3))),
            ("ArrowUp", false, false, (1, 3), Some((0, 3))),
            ("PageDown", false, false, (195, 3), Some((200, 3))),
            ("PageUp", false, false, (4, 3), Some((0, 3))),
            ("Home", false, true, (4, 3), Some((4, 0))),
            ("End", false, false, (4, 3), Some((4, 30))),
            ("Home", true, false, (4, 3), Some((0, 0))),
            ("End", true, false, (4, 3), Some((200, 30))),
            ("ArrowDown", true, false, (4, 3), None),
            ("Enter", false, false, (4, 3), None),
            ("a", false, false, (4, 3), None),
        ];
        for (key, with_control, is_leftward, (row, column), expected) in cases {
            let place = CellPlace { row, column }.by_key(key, with_control, is_leftward, SIZE);
            assert_eq!(place.map(|place| (place.row, place.column)), expected, "{key} {with_control}");
        }
    }

    #[test]
    fn a_smaller_grid_keeps_the_place_within() {
        let size = GridSize { rows: 1, columns: 1, page: 10 };
        assert_eq!(CellPlace { row: 7, column: 9 }.within(size), CellPlace::default());
    }
}
