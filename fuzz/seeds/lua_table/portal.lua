return {
	{
		unique_id = 'a1', -- [[ x
		group_name = 'Lake Or\'in',
		["affiliate_code"] = "WM\76\079",
		dm_structure = {'Board', [=[Con]]sensus]=]; 0x1F, -1.5e3, nil, true },
		fiscal_year_start = '01/07',
		end_date = '30/06/2025',
		editors = 15,
		reporting_due_date = '2026-07-31T00:00:00.000Z',
	},
}
